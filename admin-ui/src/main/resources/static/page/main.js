import './parts/operator-page.js';
